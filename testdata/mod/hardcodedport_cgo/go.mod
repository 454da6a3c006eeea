module example.com/withcgo

go 1.22
