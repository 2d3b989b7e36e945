INSERT INTO items VALUES (1, 'Ada', 1, '{x,y}', '{"k": 1}', '2024-01-01'), (2, 'Bob', NULL, NULL, NULL, NULL);
