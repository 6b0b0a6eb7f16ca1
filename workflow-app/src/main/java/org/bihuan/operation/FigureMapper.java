package org.bihuan.operation;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface FigureMapper {

    List<Figures.OpenCases> openCases();

    List<Figures.OpenTasks> openTasks(Instant now);
}
