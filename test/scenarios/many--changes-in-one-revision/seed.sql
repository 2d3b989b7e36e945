INSERT INTO customers VALUES (1, 'a@b.c', 'sad', NULL);
INSERT INTO orders (customer_id, total) VALUES (1, 5);
INSERT INTO logs VALUES (1);
