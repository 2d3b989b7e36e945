INSERT INTO shop.brands VALUES (1, 'Acme');
