INSERT INTO t VALUES (1, '1', '{1,b}', '1', 'b');
