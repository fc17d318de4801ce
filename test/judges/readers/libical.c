/* Reads and checks the calendars named on standard input with libical; prints each event, or a problem, as JSON Lines. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void string(const char *name, const char *text) {
  printf(", \"%s\": ", name);
  if (text == NULL) {
    printf("null");
    return;
  }
  putchar('"');
  for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
    if (*at == '"' || *at == '\\') printf("\\%c", *at);
    else if (*at < 0x20) printf("\\u%04x", *at);
    else putchar(*at);
  }
  putchar('"');
}

static void problem(const char *file, const char *what, const char *text) {
  printf("{\"about\": \"%s\"", what);
  string("file", file);
  string("problem", text);
  puts("}");
}

static void day(const char *name, struct icaltimetype time) {
  char text[40] = "";
  if (icaltime_is_null_time(time)) {
    string(name, NULL);
    return;
  }
  snprintf(text, sizeof text, time.is_date ? "%04d-%02d-%02d" : "%04d-%02d-%02d and a time", time.year, time.month, time.day);
  string(name, text);
}

/* What the parser and the restriction check left in a component. */
static void faults(const char *file, icalcomponent *component) {
  for (icalproperty *p = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY); p != NULL;
       p = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY))
    problem(file, icalcomponent_kind_to_string(icalcomponent_isa(component)), icalproperty_get_xlicerror(p));
  for (icalcomponent *c = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); c != NULL;
       c = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
    faults(file, c);
}

static void read_calendar(const char *name, const char *text) {
  icalcomponent *calendar = icalparser_parse_string(text);
  if (calendar == NULL) {
    problem(name, "file", "cannot be parsed");
    return;
  }
  if (icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) problem(name, "file", "is not one calendar");
  if (!icalrestriction_check(calendar)) problem(name, "file", "breaks a restriction");
  faults(name, calendar);
  for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event != NULL;
       event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
    printf("{\"about\": \"event\"");
    string("file", name);
    string("uid", icalcomponent_get_uid(event));
    day("start", icalcomponent_get_dtstart(event));
    day("end", icalcomponent_get_dtend(event));
    string("summary", icalcomponent_get_summary(event));
    string("location", icalcomponent_get_location(event));
    puts("}");
  }
  icalcomponent_free(calendar);
}

int main(void) {
  char name[4096];
  /* What is wrong shall be said, not end the program. */
  icalerror_set_errors_are_fatal(0);
  while (fgets(name, sizeof name, stdin) != NULL) {
    name[strcspn(name, "\n")] = 0;
    FILE *file = fopen(name, "rb");
    if (file == NULL) {
      perror(name);
      return 1;
    }
    fseek(file, 0, SEEK_END);
    const long size = ftell(file);
    rewind(file);
    char *text = calloc(1, size + 1);
    if (text == NULL || fread(text, 1, size, file) != (size_t)size) return 1;
    fclose(file);
    read_calendar(name, text);
    free(text);
    icalmemory_free_ring();
  }
  return 0;
}
