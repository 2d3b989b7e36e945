INSERT INTO shop.brands VALUES (1, 'Acme');
INSERT INTO shop.products VALUES (1, 1);
