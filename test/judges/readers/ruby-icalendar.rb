# Reads the calendars named on standard input with ruby's icalendar; prints each event, or a problem, as JSON Lines.
require "stringio"
require "icalendar"
require "json"

Icalendar.logger.level = Logger::FATAL

def timed?(value)
  value.is_a?(Icalendar::Values::DateTime)
end

def there(value)
  timed?(value) ? value.strftime("%Y-%m-%dT%H:%M:%S") : value&.to_s
end

# On the clocks of TZ; nothing of days.
def here(*values)
  return {} unless timed?(values.first)

  { here: values.map { |value| value && Time.at(value.to_time.to_i).strftime("%Y-%m-%dT%H:%M:%S%:z") } }
end

$stdin.each_line(chomp: true) do |name|
  # Strict: a value that cannot be understood is an error.
  Icalendar::Parser.new(File.read(name, encoding: "UTF-8"), true).parse.each do |calendar|
    calendar.events.each do |event|
      puts JSON.generate(
        file: name,
        uid: event.uid&.to_s,
        start: there(event.dtstart),
        end: there(event.dtend),
        summary: event.summary&.to_s,
        location: event.location&.to_s,
        **here(event.dtstart, event.dtend)
      )
    end
  end
rescue StandardError => error
  puts JSON.generate(file: name, problem: "#{error.class}: #{error.message}")
end
