package org.bihuan.notify;

import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.notify.PreferenceMapper.ChoiceRow;
import org.bihuan.notify.PreferenceMapper.PersonRow;
import org.bihuan.notify.Preferences.Choice;
import org.springframework.stereotype.Component;

/** Keeps what people chose; inside the caller's transaction. */
@Component
class PreferenceStore {

    private final PreferenceMapper mapper;

    PreferenceStore(PreferenceMapper mapper) {
        this.mapper = mapper;
    }

    Preferences of(long staffId) {
        return of(List.of(staffId)).getOrDefault(staffId, Preferences.DEFAULT);
    }

    /** Of those who chose something. */
    Map<Long, Preferences> of(Collection<Long> staffIds) {
        if (staffIds.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<ChoiceRow>> choices =
                mapper.choices(staffIds).stream().collect(Collectors.groupingBy(ChoiceRow::staffId));
        return mapper.persons(staffIds).stream()
                .collect(Collectors.toMap(
                        PersonRow::staffId, person -> of(person, choices.getOrDefault(person.staffId(), List.of()))));
    }

    void put(long staffId, Preferences chosen) {
        String times = chosen.digestTimes().stream().map(LocalTime::toString).collect(Collectors.joining(","));
        mapper.put(new PersonRow(
                staffId, chosen.quietFrom(), chosen.quietTo(), chosen.urgentAlways(), times, chosen.language()));
        mapper.forgetChoices(staffId);
        if (!chosen.choices().isEmpty()) {
            mapper.putChoices(chosen.choices().entrySet().stream()
                    .map(entry -> new ChoiceRow(
                            staffId, entry.getKey().topic(), entry.getKey().channel(), entry.getValue()))
                    .toList());
        }
    }

    private static Preferences of(PersonRow person, List<ChoiceRow> choices) {
        return new Preferences(
                person.quietFrom(),
                person.quietTo(),
                person.urgentAlways(),
                Stream.of(person.digestTimes().split(",")).map(LocalTime::parse).toList(),
                person.language(),
                choices.stream()
                        .collect(Collectors.toMap(row -> new Choice(row.topic(), row.channel()), ChoiceRow::manner)));
    }
}
