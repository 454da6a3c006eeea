module example.com/shelf

go 1.26

require (
	github.com/caarlos0/env/v11 v11.3.1
	github.com/kelseyhightower/envconfig v1.4.0
	github.com/spf13/viper v1.21.0
)

replace (
	github.com/caarlos0/env/v11 => ./stub/env
	github.com/kelseyhightower/envconfig => ./stub/envconfig
	github.com/spf13/viper => ./stub/viper
)
