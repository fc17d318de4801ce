<?php
// Reads and validates the calendars named on standard input with sabre/vobject; prints each event, or a problem, as JSON Lines.
// The library is older than this PHP: what PHP says about its code is no finding.
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($level, $message, $file) {
    if ($level !== E_DEPRECATED) throw new ErrorException("$message ($file)");
    return true;
});
ini_set('memory_limit', '1G');
date_default_timezone_set(getenv('TZ') ?: 'UTC');
require_once 'Sabre/VObject/autoload.php';

use Sabre\VObject\Reader;

function show(array $fields): void
{
    echo json_encode($fields, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR), "\n";
}

function text($property): ?string
{
    return $property === null ? null : (string) $property;
}

function timed($property): bool
{
    return $property !== null && strlen((string) $property) > 8;
}

function there($property): ?string
{
    if (timed($property)) return $property->getDateTime()->format('Y-m-d\TH:i:s');
    return $property === null ? null : preg_replace('/^(\d{4})(\d\d)(\d\d)$/', '$1-$2-$3', (string) $property);
}

// On the clocks of TZ; nothing of days.
function here(...$properties): array
{
    if (!timed($properties[0])) return [];
    $zone = new DateTimeZone(date_default_timezone_get());
    $moment = fn($property) => $property === null ? null : (clone $property->getDateTime())->setTimezone($zone)->format('Y-m-d\TH:i:sP');
    return ['here' => array_map($moment, $properties)];
}

while (($name = fgets(STDIN)) !== false) {
    $name = rtrim($name, "\n");
    try {
        $calendar = Reader::read(file_get_contents($name));
        foreach ($calendar->validate() as $found) {
            show(['file' => $name, 'problem' => "level {$found['level']}: {$found['message']}"]);
        }
        foreach ($calendar->select('VEVENT') as $event) {
            show([
                'file' => $name,
                'uid' => text($event->UID),
                'start' => there($event->DTSTART),
                'end' => there($event->DTEND),
                'summary' => text($event->SUMMARY),
                'location' => text($event->LOCATION),
                ...here($event->DTSTART, $event->DTEND),
            ]);
        }
    } catch (Throwable $error) {
        show(['file' => $name, 'problem' => get_class($error) . ': ' . $error->getMessage()]);
    }
}
