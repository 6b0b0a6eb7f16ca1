package org.bihuan.notify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.bihuan.calendar.DateFormats;

/**
 * How a person wants to hear of things outside of the program.
 *
 * @param quietFrom begin of the hours without messages; the same as {@code quietTo} for none
 * @param quietTo their end, on the next day where it is earlier than the begin
 * @param urgentAlways whether urgent notices come in the quiet hours, too
 * @param digestTimes when collected notices come on working days, 1 to {@link #MOST_DIGESTS} in the order of the day
 * @param language {@code zh} or {@code en}
 * @param choices manner by topic and key of the channel, where the person chose one
 */
public record Preferences(
        LocalTime quietFrom,
        LocalTime quietTo,
        boolean urgentAlways,
        List<LocalTime> digestTimes,
        String language,
        Map<Choice, Manner> choices) {

    /** So many digests a day are no digest any more. */
    public static final int MOST_DIGESTS = 4;

    /** Of somebody who chose nothing. */
    public static final Preferences DEFAULT = new Preferences(
            LocalTime.of(21, 0),
            LocalTime.of(7, 30),
            false,
            List.of(LocalTime.of(8, 30), LocalTime.of(14, 0)),
            "zh",
            Map.of());

    /** Longer than any row of holidays. */
    private static final int DAYS_AHEAD = 60;

    public Preferences {
        digestTimes = digestTimes.stream()
                .map(time -> time.truncatedTo(ChronoUnit.MINUTES))
                .distinct()
                .sorted()
                .toList();
        if (digestTimes.isEmpty() || digestTimes.size() > MOST_DIGESTS) {
            throw new IllegalArgumentException("1 to " + MOST_DIGESTS + " digests a day");
        }
        if (!language.equals("zh") && !language.equals("en")) {
            throw new IllegalArgumentException("No language " + language);
        }
        choices = Map.copyOf(choices);
    }

    /** A topic on a channel. */
    public record Choice(Topic topic, String channel) {}

    /** The manner chosen, else the usual one of the channel; urgent notices are never collected. */
    public Manner manner(Topic topic, NoticeChannel channel) {
        Manner manner = choices.getOrDefault(new Choice(topic, channel.key()), usual(topic, channel));
        return topic == Topic.URGENT && manner == Manner.DIGEST ? Manner.AT_ONCE : manner;
    }

    private static Manner usual(Topic topic, NoticeChannel channel) {
        if (channel.onlyUrgent()) {
            return topic == Topic.URGENT ? Manner.AT_ONCE : Manner.OFF;
        }
        return topic == Topic.URGENT || topic == Topic.ASSIGNED ? Manner.AT_ONCE : Manner.DIGEST;
    }

    /**
     * Until when a notice is collected with others; empty when it goes at once. What comes in the quiet hours goes at
     * their end, all in one.
     */
    Optional<Instant> collectedUntil(Topic topic, Manner manner, Instant now, Predicate<LocalDate> workingDay) {
        if (manner == Manner.DIGEST) {
            return Optional.of(nextDigest(now, workingDay));
        }
        return quietUntil(topic, now);
    }

    /** The end of the quiet hours in which the instant lies, if it does and they hold for the topic. */
    Optional<Instant> quietUntil(Topic topic, Instant now) {
        return topic == Topic.URGENT && urgentAlways ? Optional.empty() : quietUntil(now);
    }

    private Optional<Instant> quietUntil(Instant now) {
        ZonedDateTime at = now.atZone(DateFormats.ZONE);
        LocalTime time = at.toLocalTime();
        boolean overnight = quietTo.isBefore(quietFrom);
        boolean late = !time.isBefore(quietFrom);
        boolean early = time.isBefore(quietTo);
        if (quietFrom.equals(quietTo) || !(overnight ? late || early : late && early)) {
            return Optional.empty();
        }
        LocalDate day = overnight && late ? at.toLocalDate().plusDays(1) : at.toLocalDate();
        return Optional.of(day.atTime(quietTo).atZone(DateFormats.ZONE).toInstant());
    }

    /** The next digest after that instant, on a working day and not in the quiet hours. */
    private Instant nextDigest(Instant now, Predicate<LocalDate> workingDay) {
        LocalDate today = DateFormats.day(now);
        Instant next = today.datesUntil(today.plusDays(DAYS_AHEAD))
                .filter(workingDay)
                .flatMap(day -> digestTimes.stream().map(day::atTime))
                .map(time -> time.atZone(DateFormats.ZONE).toInstant())
                .filter(time -> time.isAfter(now))
                .findFirst()
                // A calendar without working days: every day is one.
                .orElseGet(() -> today.plusDays(1)
                        .atTime(digestTimes.getFirst())
                        .atZone(DateFormats.ZONE)
                        .toInstant());
        return quietUntil(next).orElse(next);
    }
}
