module example.com/larder

go 1.26

require github.com/spf13/viper v1.21.0

replace github.com/spf13/viper => ./stub/viper
