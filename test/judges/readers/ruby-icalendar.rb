# Reads the calendars named on standard input with ruby's icalendar; prints each event, or a problem, as JSON Lines.
require "stringio"
require "icalendar"
require "json"

Icalendar.logger.level = Logger::FATAL

$stdin.each_line(chomp: true) do |name|
  # Strict: a value that cannot be understood is an error.
  Icalendar::Parser.new(File.read(name, encoding: "UTF-8"), true).parse.each do |calendar|
    calendar.events.each do |event|
      puts JSON.generate(
        file: name,
        uid: event.uid&.to_s,
        start: event.dtstart&.to_s,
        end: event.dtend&.to_s,
        summary: event.summary&.to_s,
        location: event.location&.to_s
      )
    end
  end
rescue StandardError => error
  puts JSON.generate(file: name, problem: "#{error.class}: #{error.message}")
end
