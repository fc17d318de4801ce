# Reads the calendars named on standard input with perl's Data::ICal; prints each event, or a problem, as JSON Lines.
use strict;
use warnings;
use utf8;
use Data::ICal;
use Data::ICal::Entry::Event;
use JSON::PP;

# The library knows RFC 5545 alone; these are of RFC 7986.
sub tell_of {
    my ( $class, @names ) = @_;
    no strict 'refs';
    no warnings 'redefine';
    my $known = \&{"${class}::optional_unique_properties"};
    *{"${class}::optional_unique_properties"} = sub { ( $known->(@_), @names ) };
}
tell_of( 'Data::ICal', qw(color description name refresh-interval source url) );
tell_of( 'Data::ICal::Entry::Event', qw(color conference image styled-description) );

my $json = JSON::PP->new->utf8->canonical;

sub value {
    my ( $event, $name ) = @_;
    my $found = $event->property($name);
    return $found ? $found->[0]->decoded_value : undef;
}

sub when {
    my ($value) = @_;
    return $value unless defined $value && $value =~ /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z?)?$/;
    return defined $4 ? "$1-$2-$3T$4:$5:$6" : "$1-$2-$3";
}

while ( my $name = <STDIN> ) {
    chomp $name;
    open my $file, '<:raw:encoding(UTF-8)', $name or die "$name: $!";
    my $text = do { local $/; <$file> };
    close $file;
    my @warned;
    local $SIG{__WARN__} = sub { push @warned, @_ };
    my $calendar = Data::ICal->new( data => $text );
    if ( !$calendar ) {
        print $json->encode( { file => $name, problem => $calendar->error_message } ), "\n";
        next;
    }
    for my $event ( grep { $_->isa('Data::ICal::Entry::Event') } @{ $calendar->entries } ) {
        print $json->encode(
            {
                file     => $name,
                uid      => value( $event, 'uid' ),
                start    => when( value( $event, 'dtstart' ) ),
                end      => when( value( $event, 'dtend' ) ),
                summary  => value( $event, 'summary' ),
                location => value( $event, 'location' ),
            }
        ), "\n";
    }
    print $json->encode( { file => $name, problem => $_ } ), "\n" for @warned;
}
