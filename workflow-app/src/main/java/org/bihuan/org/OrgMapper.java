package org.bihuan.org;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface OrgMapper {

    @Nullable OrgUnit find(long unitId);

    @Nullable OrgUnit findByCode(String code);

    List<OrgUnit> upwards(String path);

    List<OrgUnit> children(long unitId);

    List<OrgUnit> below(String path, UnitKind kind);

    @Nullable OrgUnit locate(double longitude, double latitude);

    @Nullable OrgUnit locateKind(double longitude, double latitude, UnitKind kind);

    boolean hasBorder(long unitId);

    @Nullable OrgUnit home();
}
