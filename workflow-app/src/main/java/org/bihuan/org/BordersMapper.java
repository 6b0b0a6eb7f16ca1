package org.bihuan.org;

import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface BordersMapper {

    void save(List<Map.Entry<Long, String>> borders, boolean generated);

    List<Border> under(String path, UnitKind kind);

    List<OrgUnit> outermost();

    boolean anyGenerated(String path);
}
