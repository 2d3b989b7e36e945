INSERT INTO items (id, a) VALUES (1, 'one'), (2, 'two');
