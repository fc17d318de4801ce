# Reads the tables named on standard input with ruby's csv, strictly; prints each row as JSON Lines.
require "csv"
require "json"

$stdin.each_line(chomp: true) do |name|
  CSV.foreach(name, headers: true, encoding: "UTF-8", liberal_parsing: false) do |row|
    puts JSON.generate({ file: name }.merge(row.to_h))
  end
end
