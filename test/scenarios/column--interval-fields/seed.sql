INSERT INTO items VALUES (1, '3 days');
