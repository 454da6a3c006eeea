// Package grpc_health_v1 is a stub of google.golang.org/grpc/health/grpc_health_v1: the signatures that tests use.
package grpc_health_v1

import "google.golang.org/grpc"

type HealthServer interface{ mustBeHealth() }

func RegisterHealthServer(s grpc.ServiceRegistrar, srv HealthServer) {}
