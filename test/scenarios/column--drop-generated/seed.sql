INSERT INTO items (id, net) VALUES (1, 10), (2, 20);
