INSERT INTO kinds VALUES ('sad'), ('ok');
INSERT INTO items VALUES (1, 'sad');
