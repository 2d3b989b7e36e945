INSERT INTO items VALUES (1, true), (2, false);
