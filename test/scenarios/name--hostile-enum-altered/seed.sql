INSERT INTO "Odd ""schema"".x"."Odd.things" VALUES (1, 'b');
