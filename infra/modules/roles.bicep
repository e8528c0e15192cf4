metadata description = 'Built-in roles by what they let somebody do here, and what an assignment is.'

@export()
@description('Who may do what; the scope is the resource that carries the assignment.')
type Grant = {
  @description('The object id of the identity or person.')
  principalId: string

  @description('The id of a built-in role.')
  roleId: string

  @description('Says that the identity was made moments ago, so that its copy in the directory may lag; left out for whoever deploys.')
  principalType: 'ServicePrincipal'?
}

@export()
var roles = {
  blobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  blobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  queueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
  keyVaultSecretsOfficer: 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'
  keyVaultCryptoServiceEncryptionUser: 'e147488a-f6f5-4113-8e2d-b22465e65bf6'
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
}
