INSERT INTO items VALUES (1, '☕', ARRAY['', 'NULL', 'back\slash']::mood[]);
