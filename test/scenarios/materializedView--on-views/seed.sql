INSERT INTO orders (id, user_id, total, note) VALUES (1, 1, 9.50, 'x'), (2, 1, 3, NULL), (3, 2, 100, 'y');
