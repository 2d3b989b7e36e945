INSERT INTO items (id, a) VALUES (1, '12'), (2, '3');
