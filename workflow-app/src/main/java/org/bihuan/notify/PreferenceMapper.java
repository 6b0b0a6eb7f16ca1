package org.bihuan.notify;

import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface PreferenceMapper {

    List<PersonRow> persons(Collection<Long> staffIds);

    List<ChoiceRow> choices(Collection<Long> staffIds);

    void put(PersonRow person);

    void forgetChoices(long staffId);

    void putChoices(Collection<ChoiceRow> choices);

    /** @param digestTimes in the order of the day, apart by commas */
    record PersonRow(
            long staffId,
            LocalTime quietFrom,
            LocalTime quietTo,
            boolean urgentAlways,
            String digestTimes,
            String language) {}

    record ChoiceRow(long staffId, Topic topic, String channel, Manner manner) {}
}
