INSERT INTO customers VALUES (1, 'Ada'), (2, 'Bob');
INSERT INTO orders (customer_id, code, net) VALUES (1, 'A', 10), (2, 'B', 0);
INSERT INTO lines VALUES (1, 1);
