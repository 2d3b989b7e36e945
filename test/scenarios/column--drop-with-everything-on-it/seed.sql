INSERT INTO owners VALUES (1);
INSERT INTO items VALUES (1, 'a', 1, 1), (2, 'b', NULL, 2);
