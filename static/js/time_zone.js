// Reports the browser's time zone, in which pages show their times; nextflex/base/time_zones.py reads it.

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const entry = `time_zone=${zone}`;
if (zone && !document.cookie.split("; ").includes(entry)) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${entry}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
}
