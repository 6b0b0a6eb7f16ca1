package org.bihuan.audit;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

/** Reads the record for the check. */
@Mapper
interface AuditCheckMapper {

    List<AuditInventory.Tally> tallies(Collection<String> caseNumbers);

    /** Case numbers that entries name, each once, in order. */
    List<String> caseNumbersAfter(String number, int limit);
}
