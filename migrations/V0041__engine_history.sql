-- The engine keeps the history of steps only (StepHistory); it would refuse to start where another level is noted.
update ACT_GE_PROPERTY set VALUE_ = '40' where NAME_ = 'historyLevel';
