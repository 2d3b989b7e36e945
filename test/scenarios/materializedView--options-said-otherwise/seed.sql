ALTER MATERIALIZED VIEW totals SET (autovacuum_enabled = on, autovacuum_vacuum_scale_factor = '.25');
