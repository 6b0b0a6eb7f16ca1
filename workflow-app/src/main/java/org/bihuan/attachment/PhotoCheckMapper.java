package org.bihuan.attachment;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

/** Reads photos for the check. */
@Mapper
interface PhotoCheckMapper {

    List<Line> after(String id, int limit);

    List<String> known(Collection<String> ids);

    List<Amount> amounts(Collection<String> caseNumbers);

    /** A photo and its case. */
    record Line(String id, String caseNumber) {}

    /** How many photos a case has. */
    record Amount(String caseNumber, long amount) {}
}
