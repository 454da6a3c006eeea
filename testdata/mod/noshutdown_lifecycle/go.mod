module example.com/lifecycle

go 1.24

require (
	github.com/TV4/graceful v0.3.6
	github.com/aws/aws-lambda-go v1.49.0
	github.com/braintree/manners v0.0.0-20160418043613-82a8879fc5fd
	github.com/cloudflare/tableflip v1.2.3
	github.com/fevin/gracehttp v1.0.0
	github.com/pseidemann/finish v1.2.0
	github.com/stevenh/endless v1.0.0
	github.com/thejerf/suture/v4 v4.0.6
)

replace (
	github.com/TV4/graceful => ./stubs/graceful
	github.com/aws/aws-lambda-go => ./stubs/lambda
	github.com/braintree/manners => ./stubs/manners
	github.com/cloudflare/tableflip => ./stubs/tableflip
	github.com/fevin/gracehttp => ./stubs/gracehttp
	github.com/pseidemann/finish => ./stubs/finish
	github.com/stevenh/endless => ./stubs/endless
	github.com/thejerf/suture/v4 => ./stubs/suture
)
