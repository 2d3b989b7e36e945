import { sql } from "drizzle-orm";
import { integer, pgPolicy, pgTable, text } from "drizzle-orm/pg-core";
import { realtimeMessages, realtimeTopic } from "drizzle-orm/supabase";

export const rooms = pgTable("rooms", { id: integer(), topic: text() });
export const read = pgPolicy("read", {
  for: "select",
  to: "pg_monitor",
  using: sql`${realtimeMessages.extension} in ('broadcast', 'presence') and exists (select 1 from ${rooms} where ${rooms.topic} = ${realtimeTopic})`,
}).link(realtimeMessages);
export const send = pgPolicy("send", {
  for: "insert",
  withCheck: sql`${realtimeMessages.topic} = (select ${realtimeTopic})`,
}).link(realtimeMessages);
