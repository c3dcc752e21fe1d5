// Another reader of .ics files and another engine of recurrence (ical.js), which ours is compared with.
// stdin: a JSON list of files. stdout: a JSON line a file: {file, events: [{uid, starts, series}], fault}.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const { default: ICAL } = await import(pathToFileURL(path.join(process.argv[2], "ical.js/dist/ical.js")).href);
const YEARS = 5;
const MOST = 2000;

function wall(time) {
  const two = (n) => String(n).padStart(2, "0");
  const day = `${String(time.year).padStart(4, "0")}-${two(time.month)}-${two(time.day)}`;
  return time.isDate ? day : `${day}T${two(time.hour)}:${two(time.minute)}:${two(time.second)}`;
}

function series(component) {
  const start = component.getFirstPropertyValue("dtstart");
  const last = start.clone();
  last.year += YEARS;
  const expansion = new ICAL.RecurExpansion({ component, dtstart: start });
  const found = [];
  for (let at = expansion.next(); at && found.length < MOST && wall(at) < wall(last); at = expansion.next()) {
    found.push(wall(at));
  }
  return found;
}

function events(text) {
  const parsed = ICAL.parse(text);
  const whole = (Array.isArray(parsed[0]) ? parsed : [parsed]).map((each) => new ICAL.Component(each));
  const found = whole.flatMap((each) => (each.name === "vevent" ? [each] : each.getAllSubcomponents("vevent")));
  return found.flatMap((component) => {
    const start = component.getFirstPropertyValue("dtstart");
    if (!(start instanceof ICAL.Time)) return [];
    // Its expansion stops at a further time that is a period: nothing to compare with.
    const periods = component.getAllProperties("rdate").some((each) => each.type === "period");
    const repeats = !periods && (component.hasProperty("rrule") || component.hasProperty("rdate"));
    const uid = component.getFirstPropertyValue("uid") || "";
    try {
      const whole = repeats && !component.hasProperty("recurrence-id");
      return [{ uid, starts: wall(start), series: whole ? series(component) : null }];
    } catch (fault) {
      return [{ uid, starts: wall(start), series: null, fault: String(fault) }];
    }
  });
}

for (const file of JSON.parse(fs.readFileSync(0, "utf8"))) {
  const said = { file, events: [], fault: "" };
  try {
    said.events = events(fs.readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
  } catch (fault) {
    said.fault = String(fault).slice(0, 200);
  }
  console.log(JSON.stringify(said));
}
