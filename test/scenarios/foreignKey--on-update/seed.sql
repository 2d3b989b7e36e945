INSERT INTO owners VALUES (1, 'a');
INSERT INTO items (id) VALUES (1);
