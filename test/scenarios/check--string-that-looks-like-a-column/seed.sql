INSERT INTO items VALUES (1, 5, 'x'), (2, 6, NULL);
