-- The engine keeps a history of its own level (StepHistory); it would refuse to start where another level is noted.
update ACT_GE_PROPERTY set VALUE_ = '40' where NAME_ = 'historyLevel';
