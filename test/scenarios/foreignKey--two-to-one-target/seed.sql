INSERT INTO owners VALUES (1, 'a');
INSERT INTO items VALUES (1, 1, 1);
