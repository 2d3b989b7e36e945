INSERT INTO items VALUES (1, 'abc'), (2, NULL);
