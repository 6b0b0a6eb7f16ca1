package org.bihuan.casefile;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

/** Reads the register for the check. */
@Mapper
interface CaseCheckMapper {

    List<CaseInventory.OpenCase> openAfter(String number, int limit);

    List<String> openAmong(Collection<String> numbers);

    List<String> knownAmong(Collection<String> numbers);

    List<String> numbersAfter(String number, int limit);
}
