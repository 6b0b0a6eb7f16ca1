package org.bihuan.incident;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface IncidentCategoryMapper {

    List<IncidentCategory> active();

    @Nullable IncidentCategory find(long categoryId);

    IncidentCategory findByCode(String code);

    void upsert(List<IncidentCategory> categories);
}
