// node-cron reads the host's zone when it is loaded, and in a zone with daylight saving its tasks stop for an hour when the
// clocks go back. Schedules have zones of their own, so the process itself runs in UTC.
process.env['TZ'] = 'UTC';
