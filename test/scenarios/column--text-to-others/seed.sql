INSERT INTO items VALUES (1, '10.0.0.1/32', '2024-02-29', '12:30:00', '3 days', 'true', '1.5', '0.25', '101'), (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
