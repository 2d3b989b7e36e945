INSERT INTO owners VALUES (1, 'a'), (2, 'b');
INSERT INTO teams VALUES (1), (2);
INSERT INTO items VALUES (1, 1), (2, NULL);
