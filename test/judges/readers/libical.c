/* Reads and checks the calendars named on standard input with libical; prints each event, or a problem, as JSON Lines. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

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

static void when(const char *name, struct icaltimetype time) {
  char text[80] = "";
  if (icaltime_is_null_time(time)) {
    string(name, NULL);
    return;
  }
  int length = snprintf(text, sizeof text, "%04d-%02d-%02d", time.year, time.month, time.day);
  if (!time.is_date) snprintf(text + length, sizeof text - length, "T%02d:%02d:%02d", time.hour, time.minute, time.second);
  string(name, text);
}

/* On the clocks of TZ, with a colon in the offset; null of no time, and of one whose zone is not known. */
static void quoted_here(struct icaltimetype time) {
  const icaltimezone *zone = icaltime_get_timezone(time);
  if (icaltime_is_null_time(time) || zone == NULL) {
    printf("null");
    return;
  }
  const time_t moment = icaltime_as_timet_with_zone(time, zone);
  char text[40] = "";
  strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S%z", localtime(&moment));
  printf("\"%.22s:%s\"", text, text + 22);
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
    const struct icaltimetype start = icalcomponent_get_dtstart(event);
    /* Of an event without an end the library makes its start one. */
    const int ends = icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY) != NULL;
    const struct icaltimetype end = ends ? icalcomponent_get_dtend(event) : icaltime_null_time();
    when("start", start);
    when("end", end);
    string("summary", icalcomponent_get_summary(event));
    string("location", icalcomponent_get_location(event));
    if (!start.is_date) {
      printf(", \"here\": [");
      quoted_here(start);
      printf(", ");
      quoted_here(end);
      printf("]");
    }
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
