INSERT INTO one.items VALUES (1, 'sad');
