package org.bihuan.org;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.bihuan.org.AdministrationRecords.Change;
import org.bihuan.org.AdministrationRecords.SignInRecord;
import org.jspecify.annotations.Nullable;

@Mapper
interface AdministrationRecordsMapper {

    List<Change> changes(@Nullable Long beforeId, int limit);

    List<SignInRecord> signIns(@Nullable Long beforeId, int limit);
}
