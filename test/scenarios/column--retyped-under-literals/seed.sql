INSERT INTO items VALUES (1, 1, 2, 'x'), (2, NULL, NULL, NULL);
